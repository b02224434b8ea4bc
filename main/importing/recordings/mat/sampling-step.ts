const rateName =
  /^(.*[_.])?(fs|f_s|sr|fsamp|fsample|freq_?sampling|sampl(e|ing)?_?(rate|freq|frequency)(_?(hz|khz))?|acq(uisition)?_?rate|fs_?hz)$|^rate$/i;
const stepName = /^(.*[_.])?(dt|delta_?t|ts|t_s|t_?sample|sampl(e|ing)?_?(time|interval|period)|time_?step|x_?delta|increment)$/i;

/** Milliseconds from sample to sample by what a scalar is called: a rate in Hz or a step in seconds. Undefined where it is neither. */
export function samplingStep(name: string, value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  if (rateName.test(name)) return /khz$/i.test(name) ? 1 / value : 1000 / value;
  if (stepName.test(name)) return value * 1000;
  return undefined;
}
