import { describe, expect, it } from "vitest";
import type { Wire } from "#shared/rpc/wire.ts";
import type { EngineLink } from "../../../main/engine/engine-link.ts";
import type { HostMessage } from "../../../main/engine/host-message.ts";
import { acceptPorts } from "../../../main/engine/port-links.ts";
import { acceptShared } from "../../../main/engine/shared-links.ts";

const event = (value: number): Wire => ({ t: "event", topic: "count", value });

/** A parent process that shares one channel. */
function sharedParent() {
  const hear: Record<string, (message: HostMessage) => void> = {};
  const sent: HostMessage[] = [];
  return {
    sent,
    says: (message: HostMessage) => hear.message!(message),
    leaves: () => hear.disconnect!(undefined as never),
    process: {
      send: (message: HostMessage) => sent.push(message),
      on: (name: string, hearer: (message: HostMessage) => void) => {
        hear[name] = hearer;
      },
    },
  };
}

describe("links over one channel", () => {
  it("keep what each window says apart, and what was said before anybody listened", () => {
    const parent = sharedParent();
    const links: EngineLink[] = [];
    acceptShared(parent.process, { opened: (link) => void links.push(link), close: () => {} });
    parent.says({ k: "open", link: 1 });
    parent.says({ k: "open", link: 2 });
    parent.says({ k: "data", link: 1, message: event(1) });
    parent.says({ k: "data", link: 2, message: event(2) });
    const heard: [number, Wire][] = [];
    links.forEach((link, at) => {
      link.listen((message) => heard.push([at, message]));
    });
    parent.says({ k: "data", link: 2, message: event(3) });
    expect(heard).toEqual([
      [0, event(1)],
      [1, event(2)],
      [1, event(3)],
    ]);
    links[1]!.post(event(4));
    expect(parent.sent).toEqual([{ k: "data", link: 2, message: event(4) }]);
  });

  it("end with their window", () => {
    const parent = sharedParent();
    let gone = 0;
    acceptShared(parent.process, { opened: (link) => link.onGone(() => gone++), close: () => {} });
    parent.says({ k: "open", link: 1 });
    parent.says({ k: "gone", link: 1 });
    parent.says({ k: "data", link: 1, message: event(1) });
    expect(gone).toBe(1);
  });

  it("an engine whose parent is gone closes, as one that is told to", () => {
    const parent = sharedParent();
    let closed = 0;
    acceptShared(parent.process, { opened: () => {}, close: () => closed++ });
    parent.says({ k: "close" });
    parent.leaves();
    expect(closed).toBe(2);
  });
});

describe("links over ports of their own", () => {
  it("carry questions and answers, and end when the port closes", () => {
    let parentSays: (event: { data: HostMessage; ports: readonly never[] }) => void = () => {};
    const links: EngineLink[] = [];
    let closed = 0;
    acceptPorts(
      {
        on: (_name, hear) => {
          parentSays = hear as typeof parentSays;
        },
      },
      { opened: (link) => void links.push(link), close: () => closed++ },
    );
    const hear: Record<string, (event?: { data: unknown }) => void> = {};
    const posted: unknown[] = [];
    let started = false;
    const port = {
      postMessage: (message: unknown) => posted.push(message),
      on: (name: string, hearer: () => void) => {
        hear[name] = hearer;
      },
      start: () => {
        started = true;
      },
    };
    parentSays({ data: { k: "open", link: 1 }, ports: [port as never] });
    expect(started).toBe(false); // a port keeps what was said until it is started
    const heard: Wire[] = [];
    let gone = 0;
    links[0]!.listen((message) => heard.push(message));
    links[0]!.onGone(() => gone++);
    hear.message!({ data: event(1) });
    links[0]!.post(event(2));
    hear.close!();
    parentSays({ data: { k: "close" }, ports: [] });
    expect({ started, heard, posted, gone, closed }).toEqual({ started: true, heard: [event(1)], posted: [event(2)], gone: 1, closed: 1 });
  });
});
