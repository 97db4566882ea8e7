/** Words of the pages that a proxy or firewall puts in the way of an answer: a pattern in lower case. */
export const BLOCK_PAGE =
  'zscaler|forcepoint|netskope|blue ?coat|fortinet|web filter|proxy (?:error|server|authentication)|access (?:to this (?:site|page) )?(?:is |has been )?(?:denied|blocked)';
