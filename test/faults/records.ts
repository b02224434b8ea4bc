/** Length of one record in the file of steps, so that its size tells their number. */
export const recordBytes = 16;

/** Name of the folder's copy before a step; in the order of the steps. */
export const imageName = (step: number): string => String(step).padStart(5, "0");
