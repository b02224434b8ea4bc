// What historians and controllers call the columns of a table with a row per tag and time, in the languages they are set to.
const strongTag =
  /^#?(?:var(?:iable)?[ _.-]?name|tag[ _.-]?(?:name|id|path|key)?s?|(?:process[ _]?)?point[ _.-]?(?:name|id)?|item[ _.-]?(?:id|name)|signal[ _.-]?(?:name|id)|sensor[ _.-]?(?:name|id)|channel[ _.-]?(?:name|id)|node[ _.-]?id|entity[ _]?id|_field|变量名称?|测点(?:名称?|编号)?|位号|点名|标签名?|タグ名?|信号名|messstelle|messpunkt|variablenname)$/i;
const weakTag =
  /^#?(?:variable|signal|channel|parameter(?:[ _]?name)?|item|sensor|metric|measure?ment|object|name|quantity|bezeichnung|kanal|messgröße|größe|nom|étiquette|nombre|etiqueta|nome|naam|grootheid|参数|名称|通道|项目|項目)$/i;
const value =
  /^_?(?:(?:var|tag|point|int|float|double|dint|num(?:eric)?|string|process|measured|actual|raw)?[ _.-]?(?:value|val)s?|pv|reading|measurement[ _]?value|wert|messwert|istwert|valeur|valor|valore|waarde|værdi|värde|wartość|数值|值|测量值|当前值|値|測定値|計測値)(?:\s*[[(].*[\])])?$/i;
const unit = /^(?:units?|uom|eng(?:ineering)?[ _.-]?units?|eu|einheit|unité|unidad(?:es)?|unidade|unità|eenheid|单位|単位)$/i;

/** A name that can only head a column of tags. */
export const isStrongTagWord = (header: string): boolean => strongTag.test(header.trim());

/** A name that heads columns of tags, and sometimes others. */
export const isNamedTag = (header: string): boolean => isStrongTagWord(header) || weakTag.test(header.trim());

export const isValueWord = (header: string): boolean => value.test(header.trim());

/** Where nothing is named a value, home and building automation calls it the state of a thing. */
export const isStateWord = (header: string): boolean => /^state$/i.test(header.trim());

export const isUnitWord = (header: string): boolean => unit.test(header.trim());
