import { recordingReader } from "../recording-reader.ts";
import { isHdf5 } from "./hdf5-signature.ts";
import { openHdf5 } from "./open-hdf5.ts";

/** HDF5 files as measuring programs write them, netCDF 4 among them; MATLAB's own are read as MAT-files. */
export const hdf5Reader = recordingReader("hdf5", (head) => (isHdf5(head) ? 0.95 : 0), openHdf5);
