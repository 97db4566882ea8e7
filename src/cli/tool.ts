import packageJson from '../../package.json' with { type: 'json' };

/** Name and version, as the package has them. */
export const tool = { name: packageJson.name, version: packageJson.version } as const;
