/*
 * Owns the seam through which a save touches the disk, so that tests can make each step fail.
 * Nothing but the writing steps goes through it.
 */
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';

export type FileSystem = {
  open(path: string, flags: string, mode?: number): Promise<FileHandle>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
};

export const realFileSystem: FileSystem = { open, rename, unlink };
