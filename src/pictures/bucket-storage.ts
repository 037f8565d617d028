import { readFile } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import { sha256Hex } from '../lib/ids.ts';
import type { PictureStorage } from './storage.ts';

/** A bucket that speaks S3; `url` is its address in path style, `https://s3.example/bucket`. */
export type Bucket = { url: string; region: string; key: string; secret: string };

/** How long the bucket may take to answer at all. */
const mostMilliseconds = 30_000;

const types: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg' };

/**
 * Files in a bucket of the operator's own choice, each request signed (AWS Signature Version 4, the body with it).
 * Readers get them through us: the bucket need not be public.
 */
export function bucketStorage({ url, region, key, secret }: Bucket): PictureStorage {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 2,
  });
  const ask = async (name: string, init: RequestInit, fine: number[]) => {
    const place = `${url}/pictures/${name.slice(0, 2)}/${name}`;
    const answer = await client.fetch(place, { ...init, signal: AbortSignal.timeout(mostMilliseconds) });
    if (fine.includes(answer.status)) return answer;
    const said = (await answer.text()).slice(0, 500);
    throw new Error(`The bucket answered ${answer.status} to ${init.method} of ${name}: ${said}`);
  };
  return {
    async put(name, path) {
      const body = await readFile(path);
      const headers = {
        'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'x-amz-content-sha256': sha256Hex(body),
      };
      await ask(name, { method: 'PUT', body: new Uint8Array(body), headers }, [200]);
    },
    async get(name) {
      const answer = await ask(name, { method: 'GET' }, [200, 404]);
      return answer.status === 200 ? answer.body : null;
    },
    async remove(name) {
      await ask(name, { method: 'DELETE' }, [200, 204, 404]);
    },
  };
}
