// The floors of the house, lowest first: an arrow goes down only.
const floors = [
  'domain',
  'platform',
  'people',
  'cycle',
  'assessment',
  'notice',
  'engine',
  'report',
  'api',
  'web',
];

const upwards = floors.slice(0, -1).map((floor, index) => ({
  name: `${floor}-looks-up`,
  comment: `${floor} may only import from the floors below it`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${floors.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'domain-is-pure',
      comment: 'the domain knows no framework, no driver and no Node',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        pathNot: ['^src/domain/', '^node_modules/temporal-polyfill/', '^node_modules/temporal-'],
      },
    },
    {
      name: 'doors-call-services',
      comment: 'web and api call services, never entities',
      severity: 'error',
      from: { path: '^src/(web|api)/' },
      to: {
        path: ['\\.entity\\.ts$', '^node_modules/typeorm/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^src/(main|cli)\\.ts$',
          '^src/platform/embedded/server\\.ts$',
          // The compiler's alone.
          '\\.d\\.ts$',
          // What a browser loads.
          '^src/web/assets/',
        ],
      },
      to: {},
    },
    {
      name: 'declared-only',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
