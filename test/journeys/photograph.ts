import sharp from 'sharp';

/** A photograph as a camera makes it, with a place in its metadata. */
export async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a8c99' } })
    .withExif({
      IFD0: { Make: 'Harbour Optics' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();
  return { name: 'swing-bridge.jpg', mimeType: 'image/jpeg', buffer };
}
