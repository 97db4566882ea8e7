/** The lines of Node that the package promises: the oldest version that `engines` names, and the newest of each line since. */
export const NODE_LINES = ['20.19', '22', '24', '26'] as const;
