import { filePath, type PictureFile } from '../../pictures/picture.ts';

type ImageProps = { hash: string; files: PictureFile[]; alt: string; small?: boolean };

/** A picture at the desk: a small one in lists. */
export function PictureImage({ hash, files, alt, small = false }: ImageProps) {
  const shown = files.filter(({ format }) => format === 'webp');
  const wanted = small ? 320 : 960;
  const file = shown.find(({ width }) => width >= wanted) ?? shown.at(-1);
  if (!file) return null;
  return (
    <img
      src={filePath(hash, file.name)}
      width={file.width}
      height={file.height}
      alt={alt}
      loading={small ? 'lazy' : 'eager'}
      decoding="async"
    />
  );
}
