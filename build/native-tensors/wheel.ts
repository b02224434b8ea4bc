/** An official wheel of TensorFlow and what is taken out of it. */
export interface Wheel {
  readonly file: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Members with the two libraries. */
  readonly libraries: readonly string[];
}

const store = "https://files.pythonhosted.org/packages";
const linux = ["tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"];
const mac = ["tensorflow/libtensorflow_cc.2.dylib", "tensorflow/libtensorflow_framework.2.dylib"];

/**
 * TensorFlow 2.15.1 (Apache-2.0) from the Python Package Index, by platform and architecture of Node. The binding was written against the C
 * interface of 2.9, which later versions keep; this is the last version with a wheel for every system below, and wheels hold that interface
 * as a library of its own since 2.12. Sizes and sums are the index's. Tried on linux-x64 only. The wheel for Windows has no such library (the interface is part of a Python module).
 */
export const wheels: Readonly<Record<string, Wheel>> = {
  "linux-x64": {
    file: "tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    url: `${store}/5b/00/af89cb211fc96ffdebb52a687dad7f83b0b1d82bc057f65309fa03a89911/tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl`,
    bytes: 207_208_420,
    sha256: "54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26",
    libraries: linux,
  },
  "linux-arm64": {
    file: "tensorflow_cpu_aws-2.15.1-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl",
    url: `${store}/06/d5/05cd02db299821fd68ef5f8857506c21aeeddd024daf519d8643f0260952/tensorflow_cpu_aws-2.15.1-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl`,
    bytes: 211_874_120,
    sha256: "d4c3a3a9363bf42999adedbbd514e3a133be2d62f61fee9cfa46aaefb087c09e",
    libraries: linux,
  },
  "darwin-x64": {
    file: "tensorflow-2.15.1-cp311-cp311-macosx_10_15_x86_64.whl",
    url: `${store}/25/72/2ede9c4b9b96650a8a7b909abf4733adf110c5907425ee252f8095385b11/tensorflow-2.15.1-cp311-cp311-macosx_10_15_x86_64.whl`,
    bytes: 236_482_723,
    sha256: "6761efe511e6ee0f893f60738fefbcc51d6dc386eeaaafea59d21899ef369ffd",
    libraries: mac,
  },
  "darwin-arm64": {
    file: "tensorflow-2.15.1-cp311-cp311-macosx_12_0_arm64.whl",
    url: `${store}/f1/31/3191cd83da2f213a3c4af5e40597a98996e9c84b56666f9595dad8a6e780/tensorflow-2.15.1-cp311-cp311-macosx_12_0_arm64.whl`,
    bytes: 205_736_374,
    sha256: "aa926114d1e13ffe5b2ea59c3f195216f26646d7fe36e9e5207b291e4b7902ff",
    libraries: mac,
  },
};

/** Members with what the binding includes. */
export const headerFolders = [
  "tensorflow/include/tensorflow/c/",
  "tensorflow/include/tensorflow/core/platform/",
  "tensorflow/include/tsl/",
];
