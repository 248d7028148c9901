import { data } from './data';
import { dictionary } from './dictionary';
import { items } from './items';
import { operations } from './operations';
import { shell } from './shell';

/** The English catalogue. Its shape is the type of every other catalogue. */
export const en = { ...shell, ...data, ...dictionary, ...items, ...operations };

export type Catalogue = typeof en;
