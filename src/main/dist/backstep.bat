@echo off
rem Starts Backstep from the folder that "mvn package" lays out. Needs java 17 or newer.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem 512-bit vectors are slower for the engine's loops: a Java array does not begin on a boundary of 64
rem bytes, so that nearly every access would touch two cache lines. The bits are the same either way.
"%java%" -XX:+IgnoreUnrecognizedVMOptions -XX:UseAVX=2 --enable-native-access=ALL-UNNAMED -cp "%~dp0..\lib\*" dev.backstep.app.Launcher %*
