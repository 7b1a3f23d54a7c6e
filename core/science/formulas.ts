/** Every figure's formula as one would write it on paper, by the figure's name. */

const vo2 = '−4.60 + 0.182258 v + 0.000104 v², v in m/min'
const share = '0.8 + 0.1894393 e^(−0.012778 t) + 0.2989558 e^(−0.1932605 t), t in min'
const raceTime = 'the time t for which VO2(d ÷ t) ÷ F(t) = VDOT, by bisection'
const flatByHeart = 'a smooth curve through the published points, exactly 1 on the flat'
const female = 'women 0.86 and 1.67 in the literature, 0.64 and 1.67 in widely used programs'
const towards = 'x + (load − x)(1 − e^(−1/τ)), τ 42 days for fitness and 7 for fatigue'

export const formulas: { readonly [metric: string]: string } = {
  daniels_vo2_cost: `VO2(v) = ${vo2}`,
  daniels_fraction_vo2max: `F(t) = ${share}`,
  vdot_from_race: 'VO2(d ÷ t) ÷ F(t)',
  race_time_from_vdot_formula: raceTime,
  race_time_from_vdot_published_table: `${raceTime}; the table is held against it`,
  daniels_training_pace_s_per_km_published:
    '60,000 ÷ v(share × VDOT): E 0.63 to 0.7315, T 0.88, I 0.975; M the predicted marathon pace; R 15 to 20 s/km faster than I',
  daniels_training_pace_s_per_km_formula: '60,000 ÷ v(share × VDOT), v the inverse of VO2(v)',
  vvdot_polynomial_m_min: 'v for which VO2(v) = VDOT, solved exactly',
  riegel: 'T₂ = T₁ (D₂ ÷ D₁)^k, k 1.06',
  cameron: 'T₂ = (T₁ ÷ d₁) d₂ f(d₁) ÷ f(d₂), f(d) = 13.49681 − 0.000030363 d + 835.7114 ÷ d^0.7905',
  critical_speed_2p_distance_time: 'least squares of d = D′ + CS · t',
  critical_speed_2p_speed_inverse_time: 'least squares of v = CS + D′ ÷ t',
  critical_speed_2p_tlim: 't = D′ ÷ (v − CS)',
  critical_speed_2p_time_for_distance: 't = (d − D′) ÷ CS',
  critical_speed_3p_tlim: 't = D′ ÷ (v − CS) − D′ ÷ (vmax − CS)',
  minetti_run_cost_J_kg_m: '155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6',
  minetti_walk_cost_J_kg_m: '280.5 i⁵ − 58.7 i⁴ − 76.8 i³ + 51.9 i² + 19.6 i + 2.5',
  minetti_gap_factor: 'C(i) ÷ C(0)',
  minetti_run_cost_measured_mean: 'the running polynomial, beside the means that were measured',
  minetti_walk_cost_measured_minimum: 'the walking polynomial, beside the least that was measured',
  strava_like_gap_speed_factor_elevate: flatByHeart,
  strava_like_gap_speed_factor_goldencheetah: flatByHeart,
  strava_2017_gap_curve_points: flatByHeart,
  govss_running_power_w:
    '(C(i) · efficiency(v) · kg + drag of still air) · v, efficiency (0.25 + 0.054 v)(1 − 0.5 v ÷ 8.33)',
  tobler_speed_kmh: '6 e^(−3.5 |S + 0.05|); off the path × 0.6',
  naismith_hours: 'km ÷ 5 + ascent ÷ 600',
  friel_run_hr_zones: 'edges at 85, 90, 95, 100, 103 and 106 % of threshold heart rate',
  karvonen_hrr_zones: 'rest + f (max − rest)',
  karvonen_default_lthr: 'rest + 0.85 (max − rest)',
  banister_trimp_as_implemented: `minutes · x · 0.64 e^(1.92 x) for men, x the share of reserve; ${female}`,
  banister_trimp_women_literature: 'minutes · x · 0.86 e^(1.67 x), x the share of reserve',
  banister_trimp_bpm: `minutes · x · 0.64 e^(1.92 x) for men, x = (mean − rest) ÷ (max − rest); ${female}`,
  edwards_trimp: 'minutes in 50–60, 60–70, 70–80, 80–90 and 90–100 % of maximum × 1, 2, 3, 4, 5',
  lucia_trimp: 'minutes below the first threshold, between, above the second × 1, 2, 3',
  hrss: '100 · TRIMP ÷ TRIMP of 60 min at threshold heart rate',
  hrss_stream_constant: '100 · TRIMP of one heart rate held throughout ÷ TRIMP of 60 min at threshold',
  rtss: '100 · hours · (grade-adjusted speed ÷ threshold speed)²',
  session_rpe: 'CR10 × minutes',
  ctl_atl_series: `day by day ${towards}`,
  ctl_atl_step_real: towards,
  acwr_rolling_coupled: 'mean load of 7 days ÷ mean load of 28',
  acwr_rolling_uncoupled_1_to_3wk: 'load of 7 days ÷ mean week of the 21 days before them',
  acwr_ewma: 'ratio of weighted means of 7 and 28 days, λ = 2 ÷ (N + 1), begun at the first load',
  single_session_spike: 'run ÷ longest of the 30 days before − 1; bands above 10, 30 and 100 %',
  foster_monotony_strain: 'monotony = mean daily load ÷ SD of 7 days, at most 10; strain = load × monotony',
  ln_rmssd: 'ln(rMSSD)',
  aerobic_decoupling_pct: '100 (EF₁ − EF₂) ÷ EF₁, EF = speed ÷ heart rate of a half',
  efficiency_factor: 'grade-adjusted m/min ÷ mean heart rate',
  second_half_change_pct: '100 (second half ÷ first half − 1)',
  polarization_index: 'log10(Z1 ÷ Z2 × Z3 × 100) of shares of time; 0 without hard time',
  polarization_index_zero_z2: 'log10(Z1 ÷ 0.01 × (Z3 − 0.01) × 100)',
  hadley_temp_dewpoint_pct: 'temperature + dew point in °F, and the printed band of slowing for it',
  dew_point_c: '243.04 γ ÷ (17.625 − γ), γ = ln(RH ÷ 100) + 17.625 T ÷ (243.04 + T)',
  mantzios_wbgt_slowdown_pct: '0.3 to 0.4 % for each °C of WBGT outside of 7.5 to 15',
  ely2007_top_men_pct_off_course_record: 'as measured, by band of WBGT',
  altitude_vo2max_loss_pct_linear: '6.3 % for each 1,000 m above 300 m',
  daniels_fvdot_after_days_off: '1 − 0.003 (days − 5), from 1 to 0.8; with cross-training half of the loss',
  daniels_vdot_weight_adjust: 'VDOT · kg before ÷ kg now',
  race_prediction:
    'mean of VDOT and Riegel (logarithms), plus towards the marathon 0.076 − 0.06 ln(km a week ÷ 45), between half and whole by ln(d)',
  long_race_range: 'T₁ (D₂ ÷ D₁)^1.06 to T₁ (D₂ ÷ D₁)^1.10',
  taper_shares: 'e^(−r (day − ½) ÷ days), r so that the mean is 1 − cut',
  return_load_steps:
    'to 5 days none; to 28 as many days at 50 and 75 %; to 56 in thirds at 33, 50, 75 %; beyond, 21 days each at 33, 50, 70, 85, 100 %',
  altitude_race_slowdown_pct: '0.41 to 0.57 × the loss of VO2max (6.3 % for each 1,000 m above 300 m)',
  langmuir_descent_hours: '−10 min for each 300 m of descent at 5 to 12°, +10 min where steeper',
}
