package dev.backstep.fault;

/** What kind of mistake a fault is. */
public enum FaultGroup {
  /** A function was derived wrongly, or its derivative left out. */
  WRONG_DERIVATIVE,
  /** The formula is right and another vector or matrix stands in it. */
  WRONG_VECTOR,
  /** Something does not come through from one timestep to another. */
  LOST_IN_TIME,
  /** The mathematics is right and what is kept, cleared or added up is not. */
  BOOKKEEPING
}
