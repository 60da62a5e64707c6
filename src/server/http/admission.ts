import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type Refusal, refuse } from './refusals.ts';

export interface Door {
  /** What is wrong with the method or the host, if anything: asked of every request. */
  refuseVisitor(request: IncomingMessage): Refusal | undefined;
  /** What is wrong with the host alone. */
  refuseHost(request: IncomingMessage): Refusal | undefined;
  /** What is wrong with where a form came from and what it is, if anything. */
  refuseForm(request: IncomingMessage): Refusal | undefined;
  /** The same for a form that may come from anywhere. */
  refuseForeignForm(request: IncomingMessage): Refusal | undefined;
}

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Without `siteUrl` (the demo) only loopback names with our own port are served. */
export function openDoor(siteUrl: URL | undefined, port: number): Door {
  const hosts = siteUrl
    ? hostsOf(siteUrl)
    : ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => demoHosts(name, port));
  const open = siteUrl?.origin ?? `http://127.0.0.1:${port}`;
  function refuseHost({ headers: { host } }: IncomingMessage) {
    if (host === undefined) return refuse(400, 'The request does not say which site it is for.');
    return hosts.includes(host) || hosts.includes(host.toLowerCase())
      ? undefined
      : refuse(421, `Please open ${open} instead.`);
  }
  return {
    refuseHost,
    refuseVisitor(request) {
      const { method } = request;
      if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
        return refuse(405, 'This site answers GET, HEAD and POST.', { allow: 'GET, HEAD, POST' });
      return refuseHost(request);
    },
    refuseForm({ headers }) {
      const origin = siteUrl?.origin ?? `http://${headers.host?.toLowerCase()}`;
      const isOurs = headers.origin ? headers.origin === origin : headers['sec-fetch-site'] === 'same-origin';
      if (!isOurs) return refuse(403, `Please open ${open} and send the form from there.`);
      return refuseType(headers);
    },
    refuseForeignForm: ({ headers }) => refuseType(headers),
  };
}

function refuseType(headers: IncomingHttpHeaders): Refusal | undefined {
  if (headers['content-encoding']) return refuse(415, 'Please send the form uncompressed.');
  return FORM_TYPES.test(headers['content-type'] ?? '')
    ? undefined
    : refuse(415, 'Please send it as an ordinary web form.');
}

/** A browser leaves the usual port out of `Host`; other programs may name it. */
function hostsOf({ host, port, protocol }: URL): string[] {
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`];
}

const demoHosts = (name: string, port: number) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]);
