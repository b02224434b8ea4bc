/** US$ bn that one percent is worth in the whole world over 15 years: General Electric, press release of 26 November 2012 (Business Wire). */
export const sectors = [
  { id: "aviation", billion: 30 },
  { id: "power", billion: 66 },
  { id: "healthcare", billion: 63 },
] as const;
