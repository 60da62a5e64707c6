import type { Headers } from './answer.ts';

/** Styles, scripts, pictures and forms of our own only; nothing inline; never in a frame. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR_SECONDS = 31_536_000;

/** What every answer carries, files and errors included. */
export function securityHeaders(siteUrl: URL | undefined): Headers {
  return {
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(siteUrl?.protocol === 'https:' && { 'strict-transport-security': `max-age=${YEAR_SECONDS}` }),
  };
}
