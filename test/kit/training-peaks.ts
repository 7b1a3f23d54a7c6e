/** A page of our own after the public structure of TrainingPeaks' calendar: three weeks round a Monday, invented content. */
import { addDays, type Day } from '../../core/model/day.ts'

const cell = (day: Day): string => `
  <div class="dayWidth dayContainer day" data-date="${day}">
    <div class="dayNumberContainer"><span class="dayNumberText">${Number(day.slice(8))}</span></div>
    <div class="activities"></div>
    <button class="addWorkout" data_cy="addWorkout" aria-label="Add">+</button>
  </div>`

const week = (monday: Day): string => `
  <div class="calendarWeekContainer inView" data-date="${monday}" data_cy="calendarWeekContainer">
    ${[0, 1, 2, 3, 4, 5, 6].map(i => cell(addDays(monday, i))).join('')}
  </div>`

export const trainingPeaksWeek = (monday: Day): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Calendar</title><link rel="icon" href="data:,">
<style>body { margin: 0; font: 13px sans-serif } .calendarWeekContainer { display: grid; grid-template-columns: repeat(7, 1fr) }
.dayContainer { min-height: 120px; border: 1px solid #d5d8dc; padding: 4px }</style>
<script>try { localStorage.setItem('ajs_user_id', '"700100"') } catch (e) {}</script></head>
<body><div id="wrapper"><div class="calendar athleteCalendar">
${[-7, 0, 7].map(days => week(addDays(monday, days))).join('')}
</div></div></body></html>`
