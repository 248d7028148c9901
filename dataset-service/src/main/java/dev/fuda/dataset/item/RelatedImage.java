package dev.fuda.dataset.item;

/**
 * One image of an item.
 *
 * @param width pixels as shown
 * @param height pixels as shown
 * @param fileSize bytes
 * @param imageHash SHA-256, 64 hexadecimal digits
 */
public record RelatedImage(String relativePath, int width, int height, long fileSize, String imageHash) {}
