import { Alert, Button } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { shapeOfProfile, withProfile } from "#shared/domain/import-profile.ts";
import { sameShape, shapeOf } from "#shared/domain/log-shape.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import classes from "./import-view.module.css";
import type { Preview } from "./use-preview.ts";

/** More than these would be a list to read. */
const offered = 3;

/** Saved settings for logs of this shape, one click away; and the way back from settings in use. */
export function ProfileOffer({ preview }: { readonly preview: Preview }) {
  const say = useSay();
  const assets = useAssets();
  const { profiles = [] } = useAsk("importing", "profiles", {}).data ?? {};
  const { guess, draft } = preview;
  const used = draft.tables[draft.table]?.from;
  if (used !== undefined) {
    return (
      <Alert color="teal" icon={<IconBookmark size={18} />} py={6} role="status">
        <span className={classes.offer}>
          {say("profile.used", { name: used })}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => preview.decide(draft.table, { plan: undefined, from: undefined, assetId: undefined, assetName: undefined })}
          >
            {say("profile.unused")}
          </Button>
        </span>
      </Alert>
    );
  }
  if (!guess || preview.isCorrected) return null;
  const fitting = profiles.filter((profile) => sameShape(shapeOf(guess), shapeOfProfile(profile))).slice(0, offered);
  if (fitting.length === 0) return null;
  return (
    <Alert color="teal" icon={<IconBookmark size={18} />} py={6} role="status">
      {fitting.map((profile) => (
        <span key={profile.name} className={classes.offer}>
          {say("profile.looks-like", { name: profile.name })}
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => {
              const known = assets.find(({ name }) => name === profile.asset);
              preview.decide(draft.table, {
                plan: withProfile(profile, guess),
                from: profile.name,
                ...(profile.asset === null ? {} : known ? { assetId: known.id } : { assetId: null, assetName: profile.asset }),
              });
            }}
          >
            {say("profile.use")}
          </Button>
        </span>
      ))}
    </Alert>
  );
}
