/** The penalty on the spot (简易程序), which opens a file as a lead does. */
export const onSpotAct = 'case.decide-on-spot';
