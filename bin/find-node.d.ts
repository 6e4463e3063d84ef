export const oldestNode: readonly number[];
export function isNewEnough(version: string, oldest?: readonly number[]): boolean;
export function findNode(): string | null;
export function noNodeMessage(): string;
