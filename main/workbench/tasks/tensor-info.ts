import { tensorInfo } from "../../compute/backend.ts";

/** Which tensor backend runs here, and why. */
export const tensorInfoTask = (_input: null) => tensorInfo();
