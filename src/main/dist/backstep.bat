@echo off
rem Starts Backstep from the folder that "mvn package" lays out. Needs java 17 or newer.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" "@%~dp0java.options" -cp "%~dp0..\lib\*" dev.backstep.app.Launcher %*
