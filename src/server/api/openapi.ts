import { z } from 'astro/zod';
import { SCOPES } from '#domain/programs/token-rules.ts';
import { RATE } from './bearer.ts';
import { ANSWERS, OPERATIONS, type Operation } from './operations.ts';
import { PROBLEMS, type ProblemKind } from './problems.ts';
import { problemShape } from './shapes.ts';

type Json = Record<string, unknown>;

/** What the interface can do, as OpenAPI 3.1 says it, from the same shapes that the endpoints read with. */
export const openApi = (site: { name: string; url: string }): Json => ({
  openapi: '3.1.1',
  info: {
    title: `Channels and lessons of ${site.name}`,
    version: '1',
    description: `Every channel of ${site.name}, its units, whether a link is ours, and the lessons. Fields may be added; none goes away or changes its meaning. Read more at ${site.url}/api.`,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: site.url }],
  security: [{}, { token: [] }],
  paths: pathsOf(OPERATIONS),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: tokenWords() } },
    schemas: Object.fromEntries(
      Object.entries({ ...ANSWERS, Problem: problemShape }).map(([name, shape]) => [name, schemaOf(shape, 'output')]),
    ),
  },
});

const tokenWords = () =>
  `A token that somebody made on their profile, in the header \`authorization\`. It sees what their circle may see. Its scopes: ${Object.entries(
    SCOPES,
  )
    .map(([name, words]) => `\`${name}\` (${words.charAt(0).toLowerCase()}${words.slice(1)})`)
    .join(', ')}. It may send ${RATE}.`;

function pathsOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return paths;
}

function describe(operation: Operation): Json {
  const { id, summary, body, example, answer, needs, makes } = operation;
  return {
    operationId: id,
    summary,
    ...(needs && { security: [{ token: [needs] }] }),
    parameters: [...partsOf(operation), ...parametersOf(operation)],
    ...(body && {
      requestBody: { content: { 'application/json': { schema: schemaOf(body, 'input'), example: example.body } } },
    }),
    responses: {
      [makes ? 201 : 200]: {
        description: summary,
        ...(answer.endsWith('s') && {
          headers: { link: { description: 'The next part (RFC 8288)', schema: { type: 'string' } } },
        }),
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } },
      },
      ...(operation.method === 'get' && { 304: { description: 'What you have is still right (If-None-Match)' } }),
      ...Object.fromEntries(operation.problems.map(problemOf)),
    },
  };
}

const partsOf = ({ path, example }: Operation): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    ...{ description: 'The last part of its address in the directory', example: example.parts?.[name] },
  }));

function parametersOf({ query, example }: Operation): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), description },
    schema: name === 'limit' ? { ...schema, type: 'integer' } : schema,
    ...(example.query?.[name] !== undefined && {
      example: name === 'limit' ? Number(example.query[name]) : example.query[name],
    }),
  }));
}

const problemOf = (kind: ProblemKind): [number, Json] => {
  const { status, title } = PROBLEMS[kind];
  const schema = { $ref: '#/components/schemas/Problem' };
  return [status, { description: title, content: { 'application/problem+json': { schema } } }];
};

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}
