/**
 * What at least two services need, and where differing copies would be a bug: the events and their streams, problem
 * details, redacted logs, JSON and HTTP defaults. It names no domain noun except the event records.
 */
package dev.fuda.kernel;
