import { Button, Switch } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconFileExport } from "@tabler/icons-react";
import { useState } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import { modelFileEnding } from "#shared/domain/model-file.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useTell } from "../../data/use-tell.ts";
import { bytes as sizeWords } from "../../ui/bytes.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";

/** What can be done with a model after its training: saved to a file, retired, brought back, left to score by itself. */
export function ModelLife({ model, name }: { readonly model: HealthModel; readonly name: string }) {
  const say = useSay();
  const [told, setTold] = useState("");
  const changes = { changes: ["models", "health", "cases"] as const };
  const retire = useTell("models", "retire", changes);
  const restore = useTell("models", "restore", changes);
  const scoreNew = useTell("models", "scoreNew", changes);
  const save = useTell("models", "export", {
    changes: [],
    onDone: ({ path, bytes, sha256 }) => setTold(say("model-life.exported", { path, size: sizeWords(bytes), sha256: sha256.slice(0, 12) })),
  });
  const exported = async (): Promise<void> => {
    const path = await window.shell.chooseTarget(`${fileName(name)}.${modelFileEnding}`, modelFileEnding);
    if (path) save.mutate({ modelId: model.id, path });
  };
  return (
    <div className={classes.life}>
      {model.retiredAt && <p className={classes.retiredNote}>{say("model-life.retired.since", { time: localTime(model.retiredAt) })}</p>}
      <div className={classes.lifeButtons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={14} />}
          loading={save.isPending}
          onClick={() => void exported()}
        >
          {say("model-life.export")}
        </Button>
        {model.retiredAt ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArchiveOff size={14} />}
            loading={restore.isPending}
            onClick={() => restore.mutate({ modelId: model.id })}
          >
            {say("model-life.restore")}
          </Button>
        ) : (
          <ConfirmButton
            size="xs"
            variant="default"
            color="blue"
            leftSection={<IconArchive size={14} />}
            question={say("model-life.retire.ask")}
            confirm={say("model-life.retire")}
            loading={retire.isPending}
            onConfirm={() => retire.mutate({ modelId: model.id })}
          >
            {say("model-life.retire")}
          </ConfirmButton>
        )}
      </div>
      <Switch
        size="xs"
        label={say("model-life.by-itself")}
        description={say("model-life.by-itself.help")}
        checked={scoreNew.isPending ? scoreNew.variables.on : model.scoresNew === true}
        disabled={Boolean(model.retiredAt) || scoreNew.isPending}
        onChange={(event) => scoreNew.mutate({ modelId: model.id, on: event.currentTarget.checked })}
      />
      {told !== "" && (
        <p className={classes.help} data-selectable>
          {told}
        </p>
      )}
      <ProblemNotice problem={save.error ?? retire.error ?? restore.error ?? scoreNew.error} />
    </div>
  );
}

/** What every file system takes. */
const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|²()\s]+/g, "-").replaceAll(/^-|-$/g, "");
