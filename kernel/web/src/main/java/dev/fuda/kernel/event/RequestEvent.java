package dev.fuda.kernel.event;

/** What may be asked for from outside on {@code fuda:requests}. */
public sealed interface RequestEvent extends Event permits TagRequested {}
