/** A distance of more than so many median intervals is a gap: a logger that misses a sample or two has not stopped. */
export const gapIntervals = 3;
