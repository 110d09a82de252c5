package dev.backstep.net;

/** What happens at one place of the timeline. */
public enum Phase {
  FORWARD,
  LOSS,
  BACKWARD,
  UPDATE
}
