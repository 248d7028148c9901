package dev.fuda.local;

/** What a server keeps when something ends by force. */
public enum Durability {
    /** Committed data outlives a power cut of the machine. */
    POWER_LOSS,
    /** Committed data outlives SIGKILL of the server but not of the machine: several times faster, and for tests only. */
    PROCESS_KILL
}
