import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconRefresh, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { QualityReport, TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { Panel } from "../../ui/panel.tsx";
import { placeOf } from "./place-of.ts";
import { PlacedFindings } from "./placed-findings.tsx";
import classes from "./quality.module.css";
import { QualityTable } from "./quality-table.tsx";
import { type Sorting, sortTags, worstFirst } from "./sort-tags.ts";
import { TagDetail } from "./tag-detail.tsx";

interface Props {
  readonly report: QualityReport;
  readonly choice: ReactNode;
  readonly onAgain: () => void;
}

/** Every tag of an import in a table, the worst first, and beside it all that is known of the chosen one. */
export function QualityPage({ report, choice, onAgain }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const [sorting, setSorting] = useState<Sorting>(worstFirst);
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const extent = useMemo(() => ({ from: report.from ?? 0, to: report.to ?? 0 }), [report]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const matches = (tag: TagQuality): boolean =>
      wanted === "" ||
      [tag.tag, tag.unit, ...tag.findings.map((finding) => say.coded(finding))].some((text) => text.toLowerCase().includes(wanted));
    return sortTags(
      report.tags.filter((tag) => (!only || tag.findings.length > 0) && matches(tag)),
      sorting,
    );
  }, [report, search, only, sorting, say]);
  const tag = shown.find((one) => one.tag === chosen) ?? shown[0];
  const bad = report.tags.filter(({ findings }) => findings.length > 0).length;
  const summary = { bad, all: report.tags.length, rows: report.rows, interval: formatDuration(report.intervalMs, say.language) };
  const explore = (of: TagQuality | null, at: TimeRange | null) =>
    go("explore", {
      range: at ? placeOf(at, of ? of.intervalMs : report.intervalMs, extent) : extent,
      ...(of ? { tags: [of.tag] } : {}),
    });
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        {choice}
        <TextInput
          className={classes.search ?? ""}
          size="xs"
          aria-label={say("quality-view.search")}
          placeholder={say("quality-view.search")}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Checkbox size="xs" label={say("quality-view.only")} checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
        <span className={classes.summary}>{say(bad > 0 ? "quality-view.summary" : "quality-view.summary.clean", summary)}</span>
        <Button size="xs" variant="subtle" leftSection={<IconRefresh size={14} />} onClick={onAgain}>
          {say("quality-view.again")}
        </Button>
      </div>
      {report.findings.length > 0 && (
        <Panel title={say("quality-view.whole")}>
          <PlacedFindings findings={report.findings} onPlace={(at) => explore(null, at)} />
        </Panel>
      )}
      <div className={classes.halves}>
        <Panel className={classes.listPanel ?? ""} title={say("quality-view.tags")} flush>
          {shown.length === 0 ? (
            <p className={classes.none}>{say("quality-view.no-match")}</p>
          ) : (
            <QualityTable
              tags={shown}
              extent={extent}
              sorting={sorting}
              onSort={setSorting}
              chosen={tag?.tag ?? null}
              onChoose={setChosen}
              onOpen={(of) => explore(of, of.findings[0]?.at ?? null)}
            />
          )}
          <p className={classes.keys}>{say("quality-view.keys")}</p>
        </Panel>
        {tag && <TagDetail tag={tag} onExplore={(at) => explore(tag, at)} />}
      </div>
    </div>
  );
}
