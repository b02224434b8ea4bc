// The functions are looked up when first needed: an engine in an older Electron's own Node, which has no zstd, can still start and answer.
import zlib from "node:zlib";

const level = 1; // half the time of the default 3, files an eighth larger (random walks with 3 decimals)
const usualRatio = 0.6; // what is reserved for a compressed page; one that needs more gets it at the price of a second round

export const compress = (raw: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { chunkSize: Math.ceil(raw.length * usualRatio) + 1024, params: { [zlib.constants.ZSTD_c_compressionLevel]: level } };
    zlib.zstdCompress(raw, options, (error, body) => (error ? reject(error) : resolve(body)));
  });

/** Never gives more bytes than announced, whatever the page says. */
export const decompress = (body: Uint8Array, size: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zlib.zstdDecompress(body, { chunkSize: size + 64, maxOutputLength: size }, (error, raw) => (error ? reject(error) : resolve(raw)));
  });
