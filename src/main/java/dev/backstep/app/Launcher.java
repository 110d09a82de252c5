package dev.backstep.app;

/** Starts the program. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
