/** A second of silence that a browser plays as sound: PCM in a WAV file, as an address. */
const RATE = 8000;

export function silence() {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + RATE, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  // PCM, one channel, samples and bytes in a second, bytes and bits of a sample.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(RATE, 40);
  return `data:audio/wav;base64,${Buffer.concat([head, Buffer.alloc(RATE, 128)]).toString("base64")}`;
}
