/**
 * Captions: what is said about an image, as text on disk and as tags in the database. The plain core ({@link
 * dev.fuda.dataset.caption.TagName}, {@link dev.fuda.dataset.caption.TagText}, {@link
 * dev.fuda.dataset.caption.CaptionBytes}) reads and edits caption files without changing a byte that nobody asked to
 * change.
 */
package dev.fuda.dataset.caption;
