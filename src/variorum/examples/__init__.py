"""Two invented events, as the demo and the golden tests read them: places, people and outlets exist nowhere."""
