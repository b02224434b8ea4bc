/** An engine that dies this often within a minute is not going to live. */
const most = 5;
const minuteMs = 60_000;
const firstDelayMs = 100;

/** Decides how long to wait before a dead engine is started again: twice as long after each death within a minute. */
export class Restarts {
  #deaths: number[] = [];

  /**
   * @param now ms, on any clock that only goes forward
   * @returns ms to wait; undefined when it is time to give up.
   */
  died(now: number): number | undefined {
    this.#deaths = [...this.#deaths.filter((at) => now - at < minuteMs), now];
    const count = this.#deaths.length;
    return count >= most ? undefined : firstDelayMs * 2 ** (count - 1);
  }

  forget(): void {
    this.#deaths = [];
  }
}
