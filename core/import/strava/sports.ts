/** Strava's activity types, in English and as accounts in other languages show them. */
import type { Sport } from '../../model/activity.ts'

const words: readonly (readonly [RegExp, Sport])[] = [
  [
    /^(virtual |trail )?run$|^(trail)?lauf$|^laufen$|course|carrera|^corsa|hardlo|^corrida|^løp|^löpning|^løb|ランニング|跑步|бег/i,
    'run',
  ],
  [/ride$|rad|v[ée]lo|ciclis|bicic|fiets|cykel|sykkel|^giro|騎行|骑行|ライド/i, 'ride'],
  [/^swim|schwimm|natation|nataci|nuoto|zwem|natação|svømm|simning|水泳|游泳/i, 'swim'],
  [
    /^(walk|hike)$|^(spaziergang|wanderung|gehen)|^(marche|randonn)|caminata|senderismo|camminata|escursion|wandel|caminhada|ウォーキング|步行/i,
    'walk',
  ],
  [/^weight training$|krafttraining|musculation|entrenamiento con pesas|gewichtheffen/i, 'strength'],
]

export const sportFromStrava = (type: string): Sport => words.find(([word]) => word.test(type))?.[1] ?? 'other'
