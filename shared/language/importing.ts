import type { Sentences } from "./sentence.ts";

/** What is said about a log, while it is being understood, read, stored and read back. */
export const importing = {
  "import.file-unreadable": {
    en: "{file} cannot be read: it may have been moved, or another program holds it.",
    zh: "无法读取 {file}：文件可能已被移动，或正被其他程序占用。",
  },
  "import.file-empty": { en: "{file} is empty.", zh: "{file} 是空文件。" },
  "import.not-text": {
    en: "{file} is not a text log: it holds binary data.",
    zh: "{file} 不是文本日志：其中是二进制数据。",
  },
  "import.no-table": {
    en: "No table of numbers was found in {file}.",
    zh: "在 {file} 中没有找到数字表格。",
  },
  "import.plan-differs": {
    en: "{file} does not have the columns of {first}; import the two one after the other.",
    zh: "{file} 的列与 {first} 不同；请分别导入这两个文件。",
  },
  "import.no-channels": {
    en: "{file} holds no channel of samples; what it holds: {inside}.",
    zh: "{file} 中没有采样通道；其内容为：{inside}。",
  },
  "import.no-date": {
    en: "The file does not say when the recording began; it is taken to begin at {start}.",
    zh: "文件没有说明记录何时开始；假定从 {start} 开始。",
  },
  "import.no-rate": {
    en: "The file does not say how far apart its samples are; they are taken to be {step} apart. Correct the rate if you know better.",
    zh: "文件没有说明采样间隔；假定为 {step}。如果您知道实际采样率，请更正。",
  },
  "import.more-tables": {
    en: "Beside this table the file holds {count} more {count:table|tables}, each with a clock of its own: {tables}.",
    zh: "除此表之外，文件中还有 {count} 个表，各有自己的时钟：{tables}。",
  },
  "import.channels-differ": {
    en: "{file} does not hold the channels the plan was made for: {channels}.",
    zh: "{file} 中的通道与导入方案所针对的通道不符：{channels}。",
  },
  "import.recording-damaged": {
    en: "{file} is damaged: what its head says cannot be.",
    zh: "{file} 已损坏：文件头中的内容自相矛盾。",
  },
  "import.member-missing": {
    en: "{file} holds nothing named {member}.",
    zh: "{file} 中没有名为 {member} 的内容。",
  },
  "import.member-needed": {
    en: "{file} holds {count} logs; say which one, such as {file}/{example}.",
    zh: "{file} 中有 {count} 个日志；请指明其中一个，例如 {file}/{example}。",
  },
  "import.container-empty": { en: "{file} holds no log.", zh: "{file} 中没有任何日志。" },
  "import.nested-too-deep": {
    en: "{file} is packed more than {depth} times; unpack it first.",
    zh: "{file} 的嵌套压缩超过 {depth} 层；请先解压。",
  },
  "import.database-unreadable": {
    en: "{file} cannot be read as a data base: {reason}.",
    zh: "无法将 {file} 作为数据库读取：{reason}。",
  },
  "import.parquet-unreadable": {
    en: "{file} cannot be read as a Parquet file: {reason}",
    zh: "无法将 {file} 作为 Parquet 文件读取：{reason}",
  },
  "import.bomb": {
    en: "{file} unpacks to more than {ratio} times its size, which no log does: it is a trap, or damaged. It was not unpacked.",
    zh: "{file} 解压后超过其大小的 {ratio} 倍，任何日志都不会如此：它可能是恶意文件或已损坏。未予解压。",
  },
  "import.no-room": {
    en: "There is too little room on the disk to unpack {file}; make room and try again.",
    zh: "磁盘空间不足，无法解压 {file}；请腾出空间后重试。",
  },
  "import.packed-unreadable": {
    en: "{file} cannot be unpacked: it is damaged at byte {at}, before anything could be read.",
    zh: "{file} 无法解压：第 {at} 字节处已损坏，未能读出任何内容。",
  },
  "import.packed-cut": {
    en: "{file} breaks off at byte {at}; what stands before it was read. Copy the file again if the original is whole.",
    zh: "{file} 在第 {at} 字节处中断；此前的内容已读取。如果原文件完整，请重新复制。",
  },
  "import.packed-broken": {
    en: "{file} is damaged at byte {at}; what stands before it was read, and lines just before the damage may be wrong.",
    zh: "{file} 在第 {at} 字节处损坏；此前的内容已读取，损坏处之前的几行可能有误。",
  },
  "import.packed-gap": {
    en: "{file} is damaged at byte {at} and was read on from byte {next}; lines just before the damage may be wrong.",
    zh: "{file} 在第 {at} 字节处损坏，从第 {next} 字节起继续读取；损坏处之前的几行可能有误。",
  },
  "import.packed-checksum": {
    en: "{file}: what was unpacked from byte {at} on does not fit its checksum; some values may be wrong.",
    zh: "{file}：从第 {at} 字节起解压的内容与校验和不符；部分数值可能有误。",
  },
  "import.trailing-bytes": {
    en: "{file} goes on behind its packed data from byte {at} on; the rest was left out.",
    zh: "{file} 在压缩数据之后从第 {at} 字节起还有内容；其余部分未读取。",
  },
  "import.recording-cut": {
    en: "{file} was cut off: {rows} of {expected} rows are there and are read.",
    zh: "{file} 被截断：应有 {expected} 行，实有 {rows} 行，均予读取。",
  },
  "import.wav-no-format": {
    en: "{file} is a WAV file whose head does not say what its samples are.",
    zh: "{file} 是 WAV 文件，但文件头没有说明样本的格式。",
  },
  "import.wav-compressed": {
    en: "The samples of {file} are compressed ({codec}); save it as PCM.",
    zh: "{file} 的样本经过压缩（{codec}）；请另存为 PCM。",
  },
  "import.wav-contradictory": {
    en: "The head of {file} contradicts itself; its rows are taken to be {bytes} {bytes:byte|bytes} long.",
    zh: "{file} 的文件头自相矛盾；按每行 {bytes} 字节读取。",
  },
  "import.packed-encrypted": {
    en: "{file} is locked with a password; unlock it first and import what was in it.",
    zh: "{file} 受密码保护；请先解除密码，再导入其中的内容。",
  },
  "import.packed-method": {
    en: "{file} is packed by {method}, which cannot be unpacked here; unpack it first, or pack it as an ordinary zip.",
    zh: "{file} 采用 {method} 压缩，此处无法解压；请先自行解压，或改用普通 zip 压缩。",
  },
  "import.archive-split": {
    en: "{file} is one part of an archive in several files; unpack the archive first.",
    zh: "{file} 是分卷压缩文件的一部分；请先解压整个压缩包。",
  },
  "import.archive-list": {
    en: "The list of contents of {file} is missing or damaged; {count} {count:file was|files were} found one by one.",
    zh: "{file} 的内容目录缺失或已损坏；已逐个找到 {count} 个文件。",
  },
  "import.too-many-series": {
    en: "{file} holds more than {most} series; export fewer tags, or fewer values of a tag, at a time.",
    zh: "{file} 中的序列超过 {most} 个；请每次导出较少的标签或标签值。",
  },
  "import.comtrade-no-config": {
    en: "{file} holds the samples of a COMTRADE recording; the .cfg file that names its channels must lie beside it.",
    zh: "{file} 是 COMTRADE 录波的数据文件；说明其通道的 .cfg 文件必须与它放在一起。",
  },
  "import.comtrade-config": {
    en: "Line {line} of {file} is not what a COMTRADE configuration has there.",
    zh: "{file} 第 {line} 行不符合 COMTRADE 配置文件的格式。",
  },
  "import.comtrade-type": {
    en: '{file} says that the samples are of the type "{type}"; ASCII, BINARY, BINARY32 and FLOAT32 can be read.',
    zh: "{file} 说明数据类型为“{type}”；可读取 ASCII、BINARY、BINARY32 和 FLOAT32。",
  },
  "import.comtrade-no-data": {
    en: "{file} names the channels of a COMTRADE recording; the .dat file with its samples must lie beside it.",
    zh: "{file} 是 COMTRADE 录波的配置文件；存放采样值的 .dat 文件必须与它放在一起。",
  },
  "import.comtrade-more-rows": {
    en: "{file} holds {rows} more {rows:row|rows} than the {expected} its configuration names; they are left out.",
    zh: "{file} 比配置文件所述的 {expected} 行多出 {rows} 行；多出的部分未读取。",
  },
  "import.comtrade-skew": {
    en: "{channels} {channels:channel was|channels were} sampled up to {longest} apart from the time of the row; the times are not corrected.",
    zh: "{channels} 个通道的采样时刻与所在行的时间最多相差 {longest}；时间未作修正。",
  },
  "import.workbook-unreadable": {
    en: "{file} looks like a workbook, but what it says of its sheets cannot be read: it is damaged.",
    zh: "{file} 看似工作簿，但无法读取其工作表信息：文件已损坏。",
  },
  "import.workbook-binary": {
    en: "{file} is a binary workbook (.xlsb); save it as .xlsx or as text and import that.",
    zh: "{file} 是二进制工作簿 (.xlsb)；请另存为 .xlsx 或文本后再导入。",
  },
  "import.workbook-strings": {
    en: "{file} holds more different texts than fit into memory; save its sheets as text and import those.",
    zh: "{file} 中不同的文本过多，内存无法容纳；请将各工作表另存为文本后再导入。",
  },
  "import.workbook-texts-lost": {
    en: "The list of texts in {file} is damaged behind its first {count}; cells with later ones are empty.",
    zh: "{file} 的文本表在前 {count} 条之后损坏；使用其后文本的单元格为空。",
  },
  "import.workbook-cut": {
    en: "{file} is damaged behind row {row}; the rows before it were read.",
    zh: "{file} 在第 {row} 行之后损坏；此前的行已读取。",
  },
  "import.workbook-order": {
    en: "{file}: {count} {count:row or cell has|rows or cells have} no proper place; they were put next to what stood before them.",
    zh: "{file}：有 {count} 行或单元格的位置无效；已放在其前一项之后。",
  },
  "import.uff-open": {
    en: "{file} ends in the middle of a data set.",
    zh: "{file} 在一个数据集中间结束。",
  },
  "import.uff-foreign": {
    en: "{sets} data {sets:set|sets} of {file} {sets:is|are} written in the floating point of VAX or IBM 370 computers and left out; save them as text or in IEEE format.",
    zh: "{file} 中有 {sets} 个数据集采用 VAX 或 IBM 370 浮点格式，未读取；请另存为文本或 IEEE 格式。",
  },
  "import.uff-unreadable": {
    en: "The head of {sets} data {sets:set|sets} 58 of {file} cannot be understood; what is in them is left out.",
    zh: "{file} 中有 {sets} 个 58 号数据集的头部无法识别，其内容未读取。",
  },
  "import.uff-beyond": {
    en: "{file} holds more functions than can be kept; {sets} {sets:is|are} left out.",
    zh: "{file} 中的函数数量超出上限；有 {sets} 个未读取。",
  },
  "import.uff-spectra": {
    en: "{sets} {sets:function does|functions do} not go over time (spectra, frequency responses, orders): each point is a row, the abscissa a column, and the times of the rows mean nothing.",
    zh: "{sets} 个函数不是时间历程（频谱、频响、阶次等）：每个点为一行，横坐标为一列，行的时间没有意义。",
  },
  "import.too-many-columns": {
    en: "{file} has records with more than {most} different names; nobody could read such a table.",
    zh: "{file} 的记录中有超过 {most} 个不同的名称；这样的表格无法阅读。",
  },
  "import.json-cut": {
    en: "{file} breaks off or is damaged behind record {records}; the records before it were read.",
    zh: "{file} 在第 {records} 条记录之后中断或损坏；此前的记录已读取。",
  },
  "import.workbook-encrypted": {
    en: "{file} is locked with a password; open it in a spreadsheet program and save it without one.",
    zh: "{file} 受密码保护；请在电子表格软件中打开并另存为无密码的文件。",
  },
  "import.workbook-old": {
    en: "{file} is a workbook of Excel 4 or older; save it as .xlsx or as text and import that.",
    zh: "{file} 是 Excel 4 或更早版本的工作簿；请另存为 .xlsx 或文本后再导入。",
  },
  "import.office-no-workbook": {
    en: "{file} is an office file without a workbook in it.",
    zh: "{file} 是不含工作簿的 Office 文件。",
  },
  "import.folder-too-deep": {
    en: "The folder {file} lies in too many others; drop it by itself.",
    zh: "文件夹 {file} 嵌套过深；请单独拖入。",
  },
  "import.not-a-file": { en: "{file} is neither a file nor a folder.", zh: "{file} 既不是文件也不是文件夹。" },
  "import.too-many-files": {
    en: "More than {most} files were dropped; those from here on are left out. Drop fewer folders at a time.",
    zh: "拖入的文件超过 {most} 个；其后的文件未处理。请减少每次拖入的文件夹。",
  },
  "import.untimed-beside": {
    en: "{file} has no column with a time, as other tables of the same file have; it seems to describe them.",
    zh: "{file} 没有时间列，而同一文件中的其他表有；它似乎是对其他表的说明。",
  },
  "import.same-file": { en: "{file} holds the same bytes as {other}.", zh: "{file} 与 {other} 内容完全相同。" },
  "import.companion": { en: "{file} is read together with {other}.", zh: "{file} 将与 {other} 一起读取。" },
  "import.finer-than-clock": {
    en: "Samples are {step} apart, but times are kept to the microsecond: samples of one microsecond become one row.",
    zh: "采样间隔为 {step}，而时间只保存到微秒：同一微秒内的样本将合并为一行。",
  },
  "import.zone-unknown": { en: "{zone} is not a known time zone.", zh: "{zone} 不是已知的时区。" },
  "import.layout-unknown": {
    en: "These settings name a column that the file does not have: it has {columns}. Choose the columns of tag, time and value again.",
    zh: "设置中提到的列在文件中不存在：文件共有 {columns} 列。请重新选择位号、时间和数值所在的列。",
  },
  "import.format-unknown": { en: "{format} is not a known time format.", zh: "{format} 不是已知的时间格式。" },

  "import.no-time": {
    en: "No column holds a time. The rows are taken to be {step} apart, from {start} on; correct both if you know better.",
    zh: "没有任何列包含时间。假定各行间隔为 {step}，从 {start} 开始；如果您知道实际值，请更正。",
  },
  "import.elapsed-time": {
    en: "{column} counts time from a beginning the file does not name; it is taken to begin at {start}.",
    zh: "{column} 列从文件未注明的起点开始计时；假定起点为 {start}。",
  },
  "import.elapsed-time-start": {
    en: "{column} counts time from a beginning; the lines above the data say it was {start}.",
    zh: "{column} 列从某一起点开始计时；数据上方的文字表明起点为 {start}。",
  },
  "import.time-of-day": {
    en: "{column} holds the time of day without a date; the first day is taken to be {start}.",
    zh: "{column} 列只有时刻而没有日期；假定第一天为 {start}。",
  },
  "import.day-or-month": {
    en: "The dates in {column} could be day first or month first: nothing in the file decides. They are read as {format}.",
    zh: "{column} 列的日期可能是日在前，也可能是月在前：文件中无法判定。按 {format} 读取。",
  },
  "import.zone-assumed": {
    en: "The file does not say which clock it was written by; UTC is assumed.",
    zh: "文件没有说明使用哪个时钟；假定为 UTC。",
  },
  "import.zone-named": {
    en: "The header says that the log was written by the clock {zone}.",
    zh: "表头说明日志使用的时钟为 {zone}。",
  },
  "import.missing-hour": {
    en: "On {day}, {rows} rows stand in the hour that the clock of {zone} passed over. They are kept as if the clock had not been put forward; a log with such rows was probably written without summer time.",
    zh: "{day} 有 {rows} 行位于 {zone} 时钟跳过的那一小时。这些行按时钟未拨快处理；含有此类行的日志很可能没有使用夏令时。",
  },
  "import.repeated-hour": {
    en: "On {day}, {rows} rows stand in the hour that the clock of {zone} showed twice. The first run is taken as summer time, what follows a step back as standard time.",
    zh: "{day} 有 {rows} 行位于 {zone} 时钟重复显示的那一小时。第一遍按夏令时处理，时间回退之后的行按标准时处理。",
  },
  "import.gaps": {
    en: "The log has {gaps} {gaps:gap|gaps}; the longest lasts {longest}.",
    zh: "日志有 {gaps} 处中断；最长的一处持续 {longest}。",
  },
  "import.duplicates": {
    en: "{rows} {rows:row has|rows have} the time of an earlier row; of each time one row was kept ({rule}).",
    zh: "{rows} 行与前面某行的时间相同；每个时间只保留一行（{rule}）。",
  },
  "import.out-of-order": {
    en: "{rows} {rows:row was|rows were} out of order in the file and sorted in.",
    zh: "{rows} 行在文件中的时间顺序有误，已重新排序。",
  },
  "import.rejected": {
    en: "{lines} {lines:line|lines} could not be read as rows; the quarantine file keeps what was rejected.",
    zh: "{lines} 行文本无法作为数据行读取；已保存在隔离文件中。",
  },
  "import.rejected.time-unreadable": { en: "the time cannot be read", zh: "时间无法读取" },
  "import.rejected.more-cells": { en: "more cells than columns", zh: "单元格多于列数" },
  "import.rejected.no-number": { en: "no number in it", zh: "其中没有数字" },
  "import.rejected.cut-off": { en: "the line is cut off", zh: "该行被截断" },
  "import.rejected.header-again": { en: "the header once more", zh: "重复的表头" },
  "import.rejected.no-tag": { en: "no tag is named", zh: "没有位号" },
  "import.rejected.too-many-tags": { en: "more tags than can be kept", zh: "位号数量超出可保存的上限" },
  "import.cells-unreadable": {
    en: '{column}: {cells} {cells:cell is|cells are} neither a number nor a known word for "no sample", most often "{text}".',
    zh: "{column}：{cells} 个单元格既不是数字，也不是已知的“无样本”字样，最常见的是“{text}”。",
  },
  "import.cut-line": {
    en: "{file} ends in the middle of a line; its last cell was left out because it may be half a number.",
    zh: "{file} 在一行中间结束；最后一个单元格可能只是半个数字，因此未采用。",
  },
  "import.short-rows": {
    en: "{rows} {rows:row has|rows have} fewer cells than the header; what is not there counts as missing.",
    zh: "{rows} 行的单元格少于表头；缺少的部分按缺失处理。",
  },
  "import.wrapped-lines": {
    en: "{lines} {lines:line was|lines were} wholly in quotes, as a spreadsheet saves them, and unwrapped.",
    zh: "{lines} 行整行被引号包围（电子表格另存所致）；已去除引号。",
  },
  "import.sentinel": {
    en: '{column}: {value} stands apart from all other values {count} {count:time|times}; it is read as "no sample".',
    zh: "{column}：{value} 与所有其他值相距甚远，出现 {count} 次；按“无样本”读取。",
  },
  "import.left-out": {
    en: '{value} was read as "no sample": {cells} {cells:cell|cells} in {columns} {columns:column|columns}.',
    zh: "{value} 被视为“无采样”：{columns} 列中共 {cells} 个单元格。",
  },
  "import.only-sentinel": {
    en: '{column} holds nothing but {value}, which often means "no sample"; the values are kept as they are.',
    zh: "{column} 列只有 {value}，该值常表示“无样本”；数值保持原样。",
  },
  "import.decimal-mixed": {
    en: "{column}: some cells have a decimal point and some a decimal comma; those with a {other} are not read as numbers.",
    zh: "{column}：有的单元格用小数点，有的用小数逗号；使用“{other}”的单元格不作为数字读取。",
  },
  "import.column-empty": { en: "{column} holds no number.", zh: "{column} 列没有任何数字。" },
  "import.column-constant": { en: "{column} is {value} throughout.", zh: "{column} 列始终为 {value}。" },
  "import.column-stuck": {
    en: "{column} stands still at {value} for {duration} ({rows} rows) from {from} on, while it moves otherwise.",
    zh: "{column} 列自 {from} 起停在 {value} 达 {duration}（{rows} 行），而其余时间有变化。",
  },
  "import.names-repeated": {
    en: "{count} {count:column has|columns have} the name of another; a number was added.",
    zh: "{count} 列与其他列重名；已加上编号。",
  },
  "import.values-without-time": {
    en: "{cells} {cells:value has|values have} no readable time beside them and could not be kept.",
    zh: "{cells} 个数值旁边没有可读的时间，无法保存。",
  },
  "import.logger-marks": {
    en: "{rows} {rows:row is a mark|rows are marks} that the logger wrote about itself (switched off, disabled, count); they hold no sample.",
    zh: "{rows} 行是记录器写下的自身标记（关闭、停用、计数），不含采样。",
  },
  "import.long-layout": {
    en: "Each row names its tag ({column}); {tags} {tags:tag was|tags were} found in the sample and {tags:becomes a signal|become signals} of their own.",
    zh: "每一行各自注明位号（{column}）；在样本中找到 {tags} 个位号，各成为一个信号。",
  },
  "import.paired-times": {
    en: "{columns} columns have times of their own beside them; all are put on one clock, with no sample where a column has none.",
    zh: "{columns} 列各自旁边带有时间；所有列被放到同一时间轴上，没有采样处留空。",
  },
  "import.second-table": {
    en: "Beside this table the file holds another, with a time column of its own ({columns}). Import the file once more with that time column to have it too.",
    zh: "除此表之外，文件中还并排有另一个表，带有自己的时间列（{columns}）。如需该表，请选择那个时间列再导入一次。",
  },

  "import.no-variables": {
    en: "{file} is damaged: not one of its variables can be made out.",
    zh: "{file} 已损坏：无法辨认其中任何变量。",
  },
  "import.damaged-part": {
    en: "{file} is damaged at byte {at}; what stands before was kept.",
    zh: "{file} 在第 {at} 字节处损坏；之前的内容已保留。",
  },
  "import.damaged-variable": {
    en: "{name} in {file} (byte {at}) is damaged and was left out.",
    zh: "{file} 中的 {name}（第 {at} 字节）已损坏，未采用。",
  },
  "import.cut-variable": {
    en: "{name} in {file} (byte {at}) ends before all of its numbers are there; those that are whole were kept.",
    zh: "{file} 中的 {name}（第 {at} 字节）提前结束，数值不全；完整的数值已保留。",
  },
  "import.left-out-cell": {
    en: "{count} {count:variable is a cell array|variables are cell arrays} and {count:was|were} left out: {names}.",
    zh: "{count} 个变量是元胞数组，未采用：{names}。",
  },
  "import.left-out-struct-list": {
    en: "{count} {count:variable is a list of structs|variables are lists of structs} and {count:was|were} left out: {names}.",
    zh: "{count} 个变量是结构体数组，未采用：{names}。",
  },
  "import.left-out-sparse": {
    en: "{count} {count:variable is a sparse matrix|variables are sparse matrices} and {count:was|were} left out: {names}.",
    zh: "{count} 个变量是稀疏矩阵，未采用：{names}。",
  },
  "import.left-out-dimensions": {
    en: "{count} {count:variable has|variables have} too many dimensions or sides to be channels and {count:was|were} left out: {names}.",
    zh: "{count} 个变量的维数或边长过多，不能作为通道，未采用：{names}。",
  },
  "import.left-out-object": {
    en: "{count} {count:variable is an object|variables are objects} of a class (timetable, table, ...) that only its own program can open; save its columns as plain vectors: {names}.",
    zh: "{count} 个变量是某个类的对象（timetable、table 等），只有原程序才能打开；请将其各列另存为普通向量：{names}。",
  },
  "import.left-out-kind": {
    en: "{count} {count:variable holds|variables hold} values of a kind that is not read and {count:was|were} left out: {names}.",
    zh: "{count} 个变量的数值类型无法读取，未采用：{names}。",
  },
  "import.left-out-function": {
    en: "{count} {count:variable is a function|variables are functions} and {count:was|were} left out: {names}.",
    zh: "{count} 个变量是函数，未采用：{names}。",
  },
  "import.tdms-index": {
    en: "{file} is the index of a TDMS file and holds no samples; open the .tdms file beside it.",
    zh: "{file} 是 TDMS 文件的索引，不含采样数据；请打开旁边的 .tdms 文件。",
  },
  "import.cut-recording": {
    en: "{file} ends before all of its samples are there; those that are whole were kept.",
    zh: "{file} 提前结束，采样不全；完整的采样已保留。",
  },
  "import.unsized-values": {
    en: "{file} holds a stretch of values of a kind whose size is not known; it was passed over.",
    zh: "{file} 中有一段数值的类型大小未知，已跳过。",
  },
  "import.text-channels": {
    en: "{count} {count:channel holds|channels hold} text and {count:was|were} left out: {names}.",
    zh: "{count} 个通道为文本，未采用：{names}。",
  },
  "import.channels-unread": {
    en: "{count} {count:channel holds|channels hold} values of a kind that is not read and {count:was|were} left out: {names}.",
    zh: "{count} 个通道的数值类型无法读取，未采用：{names}。",
  },
  "import.channels-unscaled": {
    en: "{count} {count:channel has|channels have} a scale that is not computed here; the values are as they were measured: {names}.",
    zh: "{count} 个通道的换算方式此处不支持；数值保持测量时的原样：{names}。",
  },
  "import.mdf-old": {
    en: "{file} is an MDF file of version {version}; convert it to version 4 with the program that wrote it.",
    zh: "{file} 是版本 {version} 的 MDF 文件；请用写出该文件的程序转换为版本 4。",
  },
  "import.not-closed": {
    en: "{file} was not closed by the program that wrote it; its samples were counted anew.",
    zh: "{file} 未被写入程序正常关闭；已重新统计采样数。",
  },
  "import.damaged-links": {
    en: "{file} is damaged: one of its parts points to nothing. What can be reached was kept.",
    zh: "{file} 已损坏：其中某处指向不存在的内容。能够读到的部分已保留。",
  },
  "import.bus-frames": {
    en: "{file} holds {frames} raw frames of a vehicle bus in {groups} {groups:group|groups}. To become signals they need the data base of the bus (a DBC file): decode the file with it first, then import the result.",
    zh: "{file} 的 {groups} 个组中有 {frames} 个车载总线原始帧。要得到信号需要总线数据库（DBC 文件）：请先用它解码，再导入结果。",
  },
  "import.state-channels": {
    en: "{count} {count:channel holds|channels hold} numbers that stand for texts; the numbers were kept: {names}.",
    zh: "{count} 个通道的数字代表文本；保留数字：{names}。",
  },
  "import.damaged-dataset": {
    en: "{name} in {file} is damaged and was left out.",
    zh: "{file} 中的 {name} 已损坏，未采用。",
  },

  "signals.damaged": {
    en: "The stored samples in {file} are missing or damaged. Import the log again, or restore the project folder from a copy.",
    zh: "{file} 中保存的样本缺失或已损坏。请重新导入日志，或从备份恢复项目文件夹。",
  },
  "signals.not-written": {
    en: "The samples could not be written to {file}: the disk may be full or protected. Nothing was imported.",
    zh: "无法将样本写入 {file}：磁盘可能已满或被写保护。未导入任何内容。",
  },
} as const satisfies Sentences;
