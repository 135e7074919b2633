/** softmax-kernel.wat, assembled (its test assembles it again and compares). */
export const kernelCode = 'AGFzbQEAAAABFAJgB39/f39/f38AYAZ/f39/f38AAg8BA2VudgZtZW1vcnkCAAEDAwIAAQcQAgVzY29yZQAABG1vdmUAAQrVAwLqAQIDfwV7A0AgBCAHaiEJIAn9AAQAIQsgCf0ABBAhDCAJ/QAEICENIAn9AAQwIQ5BACEIAkADQCAIIAJPDQEgASAIQQJ0av0JAgAhCiAHIAMgBSAAIAhBAnRqKAIAbGpqIQkgCyAKIAn9AAQA/eYB/eQBIQsgDCAKIAn9AAQQ/eYB/eQBIQwgDSAKIAn9AAQg/eYB/eQBIQ0gDiAKIAn9AAQw/eYB/eQBIQ4gCEEBaiEIDAALCyAGIAdqIQkgCSAL/QsEACAJIAz9CwQQIAkgDf0LBCAgCSAO/QsEMCAHQcAAaiIHIAVJDQALC+YBAgN/BXsDQCAEIAZqIQggCP0ABAAhCiAI/QAEECELIAj9AAQgIQwgCP0ABDAhDUEAIQcCQCAKIAv9UCAMIA39UP1Q/VNFDQADQCAHIAJPDQEgASAHQQJ0av0JAgAhCSAGIAMgBSAAIAdBAnRqKAIAbGpqIQggCCAI/QAEACAJIAr95gH95AH9CwQAIAggCP0ABBAgCSAL/eYB/eQB/QsEECAIIAj9AAQgIAkgDP3mAf3kAf0LBCAgCCAI/QAEMCAJIA395gH95AH9CwQwIAdBAWohBwwACwsgBkHAAGoiBiAFSQ0ACws='

/** Both read a text's `count` features and values; see softmax-kernel.wat. Pointers and `rowBytes` are in bytes. */
interface Kernel {
  score(features: number, values: number, count: number, weights: number, bias: number, rowBytes: number, scores: number): void
  move(features: number, values: number, count: number, weights: number, steps: number, rowBytes: number): void
}

let compiled: WebAssembly.Module | undefined

/** The inner loops of training over a memory. */
export function kernelOver(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(kernelCode, 'base64'))
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel
}
