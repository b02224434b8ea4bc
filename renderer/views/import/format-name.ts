/** Formats as engineers know them; the same in every language. */
const names: Readonly<Record<string, string>> = {
  wav: "WAV",
  tdms: "NI TDMS",
  mat: "MATLAB",
  mat5: "MATLAB 5",
  mat73: "MATLAB 7.3 (HDF5)",
  hdf5: "HDF5",
  mdf: "ASAM MDF 4",
  uff58: "UFF 58",
  uff: "UFF 58",
  comtrade: "COMTRADE",
  mdf4: "ASAM MDF 4",
  gzip: "gzip",
  zip: "ZIP",
  xlsx: "Excel",
  xls: "Excel 97",
  sqlite: "SQLite",
  parquet: "Parquet",
  json: "JSON",
  "line-protocol": "InfluxDB",
};

/** What a format is called; its id where it is not known, "" for text. */
export const formatName = (format: string): string => (format === "delimited-text" ? "" : (names[format] ?? format.toUpperCase()));
