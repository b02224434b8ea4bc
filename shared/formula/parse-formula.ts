import { type BinaryOperator, type Expression, type FunctionName, functions, isFunctionName } from "./expression.ts";
import { formulaError } from "./formula-error.ts";
import { type Token, tokens } from "./tokens.ts";

/** Binding of the binary operators, the loosest first. `^` binds tighter and from the right; it is read apart. */
const levels: readonly (readonly BinaryOperator[])[] = [["or"], ["and"], ["<", "<=", ">", ">=", "=", "<>"], ["+", "-"], ["*", "/"]];
const comparison = 2;
// A formula typed by a person has no business being deeper; a pasted one must not exhaust the stack.
const deepest = 200;

/**
 * Reads a formula: numbers (`12.5`, `300 [rpm]`), tags (bare `P101.flow` or quoted `"Volume Flow RateRMS"`), `+ - * / ^`,
 * comparisons, `and or not`, and the functions of `functions`. `-2^2` is −4; `2^3^2` is 2^9.
 * @throws FormulaError with the place of the first thing that is wrong.
 */
export function parseFormula(text: string): Expression {
  const list = tokens(text);
  let at = 0;
  let depth = 0;
  const peek = (): Token => list[at]!;
  const next = (): Token => list[at++]!;
  const word = (token: Token): string | undefined =>
    token.kind === "sign" ? token.text : token.kind === "name" && !token.quoted ? token.text.toLowerCase() : undefined;

  const expect = (sign: string): Token => {
    const token = peek();
    if (token.kind === "end") throw formulaError("formula.sign-missing", token.start, { expected: sign });
    if (word(token) !== sign) throw formulaError("formula.expected", token.start, { expected: sign, found: written(token) });
    return next();
  };

  const binary = (level: number): Expression => {
    if (level === comparison && word(peek()) === "not") {
      const { start } = next();
      const of = nested(() => binary(comparison));
      return { kind: "not", of, start, end: of.end };
    }
    if (level === levels.length) return signed();
    let left = binary(level + 1);
    for (;;) {
      const operator = word(peek()) as BinaryOperator | undefined;
      if (operator === undefined || !levels[level]!.includes(operator)) return left;
      next();
      const right = binary(level + 1);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
      const again = peek();
      // 1 < x < 3 would compare a truth with a number.
      if (level === comparison && levels[comparison]!.includes(word(again) as BinaryOperator))
        throw formulaError("formula.comparison-chain", again.start);
    }
  };

  const signed = (): Expression => {
    const token = peek();
    if (word(token) === "-" || word(token) === "+") {
      next();
      const of = nested(signed);
      return word(token) === "-" ? { kind: "negative", of, start: token.start, end: of.end } : of;
    }
    const base = primary();
    if (word(peek()) !== "^") return base;
    next();
    const exponent = nested(signed);
    return { kind: "binary", operator: "^", left: base, right: exponent, start: base.start, end: exponent.end };
  };

  const primary = (): Expression => {
    const token = next();
    const { start, end } = token;
    if (token.kind === "number") {
      const unit = peek();
      if (unit.kind !== "unit") return { kind: "number", value: token.value, unit: undefined, start, end };
      next();
      return { kind: "number", value: token.value, unit: unit.text, start, end: unit.end };
    }
    if (word(token) === "(") {
      const inside = nested(() => binary(0));
      const close = expect(")");
      return { ...inside, start, end: close.end };
    }
    if (token.kind === "name") {
      if (token.quoted) return { kind: "tag", tag: token.text, start, end };
      if (word(peek()) === "(") return call(token.text, start);
      if (!["and", "or", "not"].includes(token.text.toLowerCase())) return { kind: "tag", tag: token.text, start, end };
    }
    if (token.kind === "end") throw formulaError("formula.ends-early", start);
    throw formulaError("formula.unexpected", start, { found: written(token) });
  };

  const call = (text: string, start: number): Expression => {
    const name = text.toLowerCase();
    if (!isFunctionName(name))
      throw formulaError("formula.function-unknown", start, { name: text, known: Object.keys(functions).join(", ") });
    expect("(");
    const list: Expression[] = [nested(() => binary(0))];
    while (word(peek()) === ",") {
      next();
      list.push(nested(() => binary(0)));
    }
    const { end } = expect(")");
    const [fewest, most] = functions[name];
    if (list.length < fewest || list.length > most)
      throw formulaError("formula.arguments", start, {
        name,
        count: list.length,
        needed: fewest === most ? `${fewest}` : `${fewest} … ${most}`,
      });
    return { kind: "call", name: name as FunctionName, arguments: list, start, end };
  };

  const nested = (read: () => Expression): Expression => {
    if (++depth > deepest) throw formulaError("formula.too-deep", peek().start);
    const found = read();
    depth--;
    return found;
  };

  if (peek().kind === "end") throw formulaError("formula.empty", 0);
  const formula = binary(0);
  const rest = peek();
  if (rest.kind !== "end") throw formulaError("formula.unexpected", rest.start, { found: written(rest) });
  return formula;
}

function written(token: Token): string {
  if (token.kind === "end") return "";
  if (token.kind === "number") return String(token.value);
  if (token.kind === "unit") return `[${token.text}]`;
  return token.text;
}
