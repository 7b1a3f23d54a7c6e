/** The overlay's look: px only, since a page's rem is its own; the colours are the app's (`pwa/styles/tokens.css`). */
export const sheet = `
:host { all: initial; display: block; contain: content; }
:host(tandem-week) { position: fixed; inset: auto 0 0 0; z-index: 2147483000; contain: none; pointer-events: none; }
.frame {
  --surface: #ffffff; --sunken: #efede8; --ink: #1b2127; --soft: #4d5761; --line: #8a8f94; --accent: #0b5f6b;
  --accent-wash: #e2f1f2; --good: #23693a; --good-wash: #e4f3e8; --warn: #8a4b00; --warn-wash: #fcefdc; --bad: #a3262a;
  --focus: #1553c7;
  font: 400 12px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink);
  text-align: start; letter-spacing: normal; overflow-wrap: anywhere;
}
.frame[data-theme="dark"] {
  --surface: #1c2024; --sunken: #101315; --ink: #eceff1; --soft: #b3bcc4; --line: #717b84; --accent: #6cc7d3;
  --accent-wash: #17343a; --good: #7fd19a; --good-wash: #16321f; --warn: #f0b568; --warn-wash: #3a2a12; --bad: #ff9a94;
  --focus: #9cc0ff;
}
p, ol, h2, h3 { margin: 0; padding: 0; font: inherit; }
.day { background: var(--surface); border: 1px solid var(--line); border-inline-start: 3px solid var(--accent);
  border-radius: 6px; padding: 6px 8px; margin: 2px 0 4px; display: grid; gap: 6px; }
.session { display: grid; gap: 3px; }
.session + .session { border-top: 1px solid var(--line); padding-top: 6px; }
.title { font-weight: 600; font-size: 13px; }
.purpose { color: var(--soft); }
.steps { list-style: none; }
.chip { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 5px; border-radius: 4px; padding: 2px 6px;
  background: var(--sunken); font-weight: 600; }
.chip.by-rule, .chip.by-athlete { background: var(--accent-wash); color: var(--accent); }
.chip.approved { background: var(--good-wash); color: var(--good); }
.chip.changed-since-approval, .chip.waiting { background: var(--warn-wash); color: var(--warn); }
.verified { font-weight: 400; }
summary { cursor: pointer; color: var(--soft); min-height: 24px; line-height: 24px; border-radius: 4px; }
button { font: inherit; color: var(--accent); background: var(--surface); border: 1px solid var(--line); border-radius: 4px;
  min-height: 24px; min-width: 24px; padding: 1px 8px; cursor: pointer; justify-self: start; }
button:hover { background: var(--accent-wash); }
button[disabled] { color: var(--soft); cursor: default; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.says { color: var(--bad); }
.by { color: var(--soft); font-size: 11px; }
:host(tandem-day) .frame { container-type: inline-size; }
/* Why: in the cells of a phone there is room for what and whose word, and for nothing else. */
@container (max-width: 110px) {
  .day { padding: 2px 3px; gap: 2px; border-inline-start-width: 2px; }
  .title { font-size: 11px; }
  .purpose, .steps, .by { display: none; }
  .chip { padding: 1px 3px; font-size: 10px; }
  button { padding: 1px 3px; }
}
.strip { pointer-events: auto; background: var(--surface); border-top: 2px solid var(--accent); max-height: 40vh; overflow: auto;
  padding: 6px 10px; box-shadow: 0 -2px 10px rgb(0 0 0 / 0.18); }
.strip.folded { width: max-content; max-width: 100%; box-sizing: border-box; margin-inline-start: auto;
  border: 1px solid var(--line); border-radius: 8px 0 0 0; padding: 4px 8px; }
.bar { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.bar h2 { font-weight: 600; margin-inline-end: auto; }
.badge { background: var(--warn-wash); color: var(--warn); border-radius: 4px; padding: 2px 6px; margin-top: 4px; }
.week { display: grid; grid-template-columns: repeat(7, minmax(120px, 1fr)); gap: 6px; margin: 6px 0 0; padding: 0;
  list-style: none; overflow-x: auto; }
.week li { display: grid; gap: 4px; align-content: start; }
.week h3 { color: var(--soft); }
.week li.today h3 { color: var(--accent); font-weight: 600; }
.rest { color: var(--soft); }
@media print {
  :host(tandem-week) { display: none; }
  .day { border-color: #000; background: #fff; color: #000; break-inside: avoid; }
  .chip { background: none; border: 1px solid #000; color: #000; }
  .purpose, .by, summary { color: #000; }
  button { display: none; }
}
@media (forced-colors: active) { .chip, .day { border: 1px solid; } }
`
