import type { Finding } from "#shared/domain/finding.ts";
import { finding } from "../../sentence.ts";
import type { OpenRecording } from "../recording.ts";
import { type UffFunction, uffSets } from "./uff-sets.ts";
import { overTime, uffTables } from "./uff-tables.ts";

const listed = 200;

/** Opens a universal file: its data sets 58 are the recordings, the others are counted. */
export const openUff: OpenRecording = async (source) => {
  const { types, functions, foreign, unreadable, beyond, open } = await uffSets(source);
  const file = source.name;
  const findings: Finding[] = [];
  const cut = functions.filter(({ header, points }) => header.points > points);
  for (const { header, points } of cut.slice(0, 10)) {
    findings.push(finding("import.recording-cut", "warning", { file, rows: points, expected: header.points }));
  }
  if (open && cut.length === 0) findings.push(finding("import.uff-open", "warning", { file }));
  if (foreign > 0) findings.push(finding("import.uff-foreign", "warning", { file, sets: foreign }));
  if (unreadable > 0) findings.push(finding("import.uff-unreadable", "warning", { file, sets: unreadable }));
  if (beyond > 0) findings.push(finding("import.uff-beyond", "warning", { file, sets: beyond }));
  const spectra = functions.filter((each) => !overTime(each)).length;
  if (spectra > 0) findings.push(finding("import.uff-spectra", "warning", { sets: spectra }));
  const [first] = functions;
  const facts = {
    set_types: Object.fromEntries([...types].sort(([a], [b]) => a - b).map(([type, count]) => [String(type), count])),
    ...(first ? { first58: factsOf(first) } : {}),
    ...(functions.length > 1 ? { functions: functions.slice(0, listed).map(factsOf) } : {}),
  };
  const inside = [...types].map(([type, count]) => `${type} (${count})`).join(", ");
  return { tables: uffTables(functions), facts, findings, zone: null, ...(inside ? { inside } : {}) };
};

function factsOf({ header, points }: UffFunction) {
  const { ids, abscissa, ordinate } = header;
  return {
    func_type: header.functionType,
    n: points,
    complex: header.complex,
    even: header.even,
    abscissa_min: header.abscissaMin,
    abscissa_inc: header.abscissaStep,
    abscissa: abscissa.label,
    abscissa_unit: abscissa.unit,
    ordinate: ordinate.label,
    ordinate_unit: ordinate.unit,
    response: header.response,
    reference: header.reference,
    ...Object.fromEntries(ids.map((id, k) => [`id${k + 1}`, id])),
  };
}
