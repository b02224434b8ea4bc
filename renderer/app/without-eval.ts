import { config } from "zod";

// zod would try once whether it may compile its checks from text; the window's policy forbids that, and a try is a violation on record.
config({ jitless: true });
